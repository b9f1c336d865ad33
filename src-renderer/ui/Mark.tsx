// The product's mark, a pointing hand. Inline, so that it can be shown while the service is not reachable.
export function Mark({ size = 48 }: { readonly size?: number | string }) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="#14513f" />
      <path
        d="M26 50c-6 0-9-4-11-9l-4-9c-1-2 0-4 2-5s4 0 5 2l4 6V14a4 4 0 0 1 8 0v13l1-2a3.500 3.500 0 0 1 6.800 1l.4 2a3.500 3.500 0 0 1 6 1.500l.3 1.800a3.200 3.200 0 0 1 5.500 2.500V42c0 5-4 8-9 8z"
        fill="#ffe9a8"
      />
      <circle cx="26" cy="8.500" r="3" fill="#ffd34d" />
    </svg>
  )
}
