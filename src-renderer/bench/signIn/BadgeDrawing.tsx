// A hand-held badge that comes to the reader: what to do, without words.
import styles from './BadgeDrawing.module.css'

export function BadgeDrawing() {
  return (
    <svg viewBox="0 0 360 300" className={styles.drawing} aria-hidden="true">
      <g stroke="#0b3226" strokeWidth="7" strokeLinecap="round" strokeLinejoin="round">
        <rect x="40" y="216" width="280" height="64" rx="26" fill="#2b7d7a" />
        <rect x="92" y="232" width="176" height="14" rx="7" fill="#0d3a2d" stroke="none" />
        <circle cx="292" cy="248" r="9" fill="#ffd152" stroke="none" />
      </g>
      <g className={styles.waves} fill="none" stroke="#ffd34d" strokeWidth="9" strokeLinecap="round">
        <path d="M150 200 q30 -16 60 0" />
        <path d="M132 184 q48 -26 96 0" />
        <path d="M114 168 q66 -36 132 0" />
      </g>
      <g className={styles.badge} stroke="#0b3226" strokeWidth="7" strokeLinecap="round" strokeLinejoin="round">
        <path d="M180 8 L180 26" stroke="#ffd34d" strokeWidth="14" />
        <rect x="108" y="24" width="144" height="112" rx="18" fill="#fff9ee" />
        <circle cx="150" cy="80" r="28" fill="#cfe8ee" strokeWidth="5" />
        <path
          d="M150 60 L156 73 L170 75 L160 85 L162 99 L150 92 L138 99 L140 85 L130 75 L144 73 Z"
          fill="#ffd152"
          strokeWidth="5"
        />
        <path d="M194 66 L230 66 M194 90 L220 90" fill="none" stroke="#c9c2b2" strokeWidth="10" />
      </g>
    </svg>
  )
}
