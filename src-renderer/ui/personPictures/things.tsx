// Pictures of objects.
import { paint } from './paint.ts'

export const Key = () => (
  <g transform="rotate(-38 128 128)">
    <path
      d="M112 116 L214 116 Q222 116 222 124 L222 158 L202 158 L202 140 L186 140 L186 152 L168 152 L168 140 L112 140 Z"
      fill={paint.sun}
    />
    <path
      d="M76 76 Q128 76 128 128 Q128 180 76 180 Q24 180 24 128 Q24 76 76 76 Z M70 108 Q50 108 50 128 Q50 148 70 148 Q90 148 90 128 Q90 108 70 108 Z"
      fill={paint.sun}
      fillRule="evenodd"
    />
    <path d="M48 96 Q60 84 78 86" fill="none" stroke={paint.cream} strokeWidth="6" />
  </g>
)

export const Drum = () => (
  <>
    <path d="M56 108 L56 178 Q56 214 128 214 Q200 214 200 178 L200 108 Z" fill={paint.red} />
    <path d="M58 128 L90 194 L128 142 L166 194 L198 128" fill="none" stroke={paint.cream} strokeWidth="8" />
    <path d="M56 178 Q56 214 128 214 Q200 214 200 178" fill="none" />
    <ellipse cx="128" cy="108" rx="74" ry="32" fill={paint.cream} />
    <path d="M58 40 L116 100" fill="none" stroke={paint.ink} strokeWidth="20" />
    <path d="M198 40 L140 100" fill="none" stroke={paint.ink} strokeWidth="20" />
    <path d="M58 40 L116 100" fill="none" stroke={paint.wood} strokeWidth="8" />
    <path d="M198 40 L140 100" fill="none" stroke={paint.wood} strokeWidth="8" />
    <circle cx="116" cy="100" r="11" fill={paint.sun} />
    <circle cx="140" cy="100" r="11" fill={paint.sun} />
  </>
)

export const Star = () => (
  <>
    <path
      d="M118 42 Q128 24 138 42 L158 84 L204 92 Q224 96 210 112 L178 146 L186 192 Q188 212 170 204 L128 182 L86 204 Q68 212 70 192 L78 146 L46 112 Q32 96 52 92 L98 84 Z"
      fill={paint.sun}
    />
    <path d="M112 92 L100 102 Q92 108 98 122" fill="none" stroke={paint.cream} strokeWidth="8" />
    <path d="M46 46 L46 66 M36 56 L56 56 M206 38 L206 58 M196 48 L216 48" fill="none" stroke={paint.orange} />
  </>
)

export const Cup = () => (
  <>
    <path d="M182 112 Q226 108 222 142 Q216 176 168 172" fill="none" stroke={paint.ink} strokeWidth="26" />
    <path d="M182 112 Q226 108 222 142 Q216 176 168 172" fill="none" stroke={paint.teal} strokeWidth="12" />
    <path d="M54 96 L188 96 L180 184 Q176 212 150 212 L92 212 Q66 212 62 184 Z" fill={paint.teal} />
    <path d="M122 182 Q88 160 92 140 Q100 124 122 138 Q144 124 152 140 Q156 160 122 182 Z" fill={paint.cream} />
    <path
      d="M92 78 q-12 -16 0 -28 q12 -12 0 -26 M140 78 q-12 -16 0 -28 q12 -12 0 -26"
      fill="none"
      stroke={paint.grey}
      strokeWidth="9"
    />
    <path d="M40 222 L202 222" fill="none" />
  </>
)

export const Umbrella = () => (
  <>
    <path d="M128 118 L128 196 Q128 220 150 220 Q168 220 168 202" fill="none" stroke={paint.ink} strokeWidth="19" />
    <path d="M128 118 L128 196 Q128 220 150 220 Q168 220 168 202" fill="none" stroke={paint.wood} strokeWidth="8" />
    <path d="M128 38 L128 24" fill="none" strokeWidth="10" />
    <path
      d="M28 130 Q36 40 128 38 Q220 40 228 130 Q208 112 180 128 Q156 110 128 128 Q100 110 76 128 Q48 112 28 130 Z"
      fill={paint.orange}
    />
    <path d="M128 38 Q182 62 180 128 Q156 110 128 128 Q100 110 76 128 Q74 62 128 38 Z" fill={paint.sun} />
  </>
)

/** A guest: an open door with light behind it. */
export const OpenDoor = () => (
  <>
    <path d="M70 40 L186 40 L186 214 L70 214 Z" fill={paint.sun} />
    <path d="M128 76 L128 96 M100 86 L110 102 M156 86 L146 102" fill="none" stroke={paint.cream} strokeWidth="8" />
    <path d="M94 214 Q98 138 128 138 Q158 138 162 214 Z" fill={paint.cream} stroke="none" />
    <path d="M70 40 L70 214 L118 234 L118 66 Z" fill={paint.deep} />
    <circle cx="104" cy="148" r="6" fill={paint.sun} strokeWidth="5" />
    <path d="M44 216 L66 214 M186 214 L214 214" fill="none" />
  </>
)
