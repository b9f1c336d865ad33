// A table with an outline of light on it: where to look when only a hint is given.
export function LightOnTable({ className }: { readonly className: string | undefined }) {
  return (
    <svg viewBox="0 0 200 200" className={className} aria-hidden="true">
      <path d="M84 8 L116 8 L150 104 L62 104 Z" fill="#ffe9a3" />
      <g stroke="#33252b" strokeWidth="6" strokeLinejoin="round" strokeLinecap="round">
        <path d="M48 86 L152 86 L188 150 L12 150 Z" fill="#c08f58" />
        <path d="M12 150 L188 150 L188 162 L12 162 Z" fill="#8f6a3f" />
        <path d="M28 162 L28 192 M172 162 L172 192" />
        <path d="M80 4 L120 4 L116 18 L84 18 Z" fill="#4c483f" />
      </g>
      <path
        d="M76 98 L124 98 L138 128 L62 128 Z"
        fill="rgb(79 224 138 / 35%)"
        stroke="#1f9d5a"
        strokeWidth="7"
        strokeLinejoin="round"
      />
    </svg>
  )
}
