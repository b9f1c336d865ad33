// Pictures of vehicles and things that fly or float.
import { paint } from './paint.ts'

export const Boat = () => (
  <>
    <path d="M128 40 L128 168" fill="none" strokeWidth="10" />
    <path d="M116 56 L116 152 L56 152 Q84 112 116 56 Z" fill={paint.cream} />
    <path d="M140 72 Q188 104 200 152 L140 152 Z" fill={paint.sun} />
    <path d="M128 42 L158 50 L128 60 Z" fill={paint.red} />
    <path d="M42 166 L214 166 Q206 208 172 208 L84 208 Q50 208 42 166 Z" fill={paint.red} />
    <path d="M60 184 L196 184" fill="none" stroke={paint.cream} strokeWidth="7" />
    <path d="M28 218 q17 -16 34 0 t34 0 t34 0 t34 0 t34 0 t30 -2" fill="none" stroke={paint.deep} strokeWidth="10" />
  </>
)

export const Kite = () => (
  <g transform="rotate(14 128 120)">
    <path d="M128 182 Q104 200 124 214 Q146 226 124 246" fill="none" strokeWidth="6" />
    <path d="M104 196 L120 204 L104 216 Z M144 218 L128 214 L142 234 Z" fill={paint.red} strokeWidth="5" />
    <path d="M128 26 L128 98 L62 98 Z" fill={paint.red} />
    <path d="M128 26 L194 98 L128 98 Z" fill={paint.sun} />
    <path d="M62 98 L128 98 L128 182 Z" fill={paint.teal} />
    <path d="M194 98 L128 182 L128 98 Z" fill={paint.orange} />
  </g>
)

export const Bicycle = () => (
  <>
    <circle cx="70" cy="164" r="42" fill={paint.cream} />
    <circle cx="186" cy="164" r="42" fill={paint.cream} />
    <path d="M70 164 L100 104 L158 104 L122 164 Z M100 104 L122 164" fill="none" stroke={paint.ink} strokeWidth="18" />
    <path d="M186 164 L150 72" fill="none" stroke={paint.ink} strokeWidth="18" />
    <path d="M70 164 L100 104 L158 104 L122 164 Z M100 104 L122 164" fill="none" stroke={paint.red} strokeWidth="7" />
    <path d="M186 164 L150 72" fill="none" stroke={paint.red} strokeWidth="7" />
    <path d="M150 72 L176 66 Q190 66 188 80" fill="none" strokeWidth="9" />
    <path d="M92 88 L102 108" fill="none" strokeWidth="9" />
    <path d="M76 82 L112 82 Q114 92 102 92 L86 92 Q76 92 76 82 Z" fill={paint.brown} />
    <circle cx="122" cy="164" r="12" fill={paint.sun} />
  </>
)

export const Balloon = () => (
  <>
    <path d="M100 166 L110 204 M156 166 L146 204" fill="none" strokeWidth="6" />
    <path d="M104 202 L152 202 L146 238 L110 238 Z" fill={paint.wood} />
    <path d="M128 24 Q206 26 206 98 Q204 142 158 170 L98 170 Q52 142 50 98 Q50 26 128 24 Z" fill={paint.red} />
    <path d="M128 24 Q172 30 172 98 Q170 144 144 170 L112 170 Q86 144 84 98 Q84 30 128 24 Z" fill={paint.sun} />
    <path d="M128 24 Q142 60 142 98 Q142 140 132 170 L124 170 Q114 140 114 98 Q114 60 128 24 Z" fill={paint.teal} />
  </>
)

export const House = () => (
  <>
    <path d="M166 46 L166 92 L190 114 L190 46 Z" fill={paint.wood} />
    <path d="M60 112 L60 212 L196 212 L196 112 L128 54 Z" fill={paint.cream} />
    <path
      d="M128 34 L224 118 Q230 126 222 132 Q214 138 206 130 L128 64 L50 130 Q42 138 34 132 Q26 126 32 118 Z"
      fill={paint.red}
    />
    <path d="M110 212 L110 162 Q110 150 128 150 Q146 150 146 162 L146 212 Z" fill={paint.deep} />
    <circle cx="136" cy="184" r="4" fill={paint.sun} stroke="none" />
    <path d="M74 138 L98 138 L98 164 L74 164 Z M158 138 L182 138 L182 164 L158 164 Z" fill={paint.sun} />
    <path d="M40 212 L216 212" fill="none" />
  </>
)
