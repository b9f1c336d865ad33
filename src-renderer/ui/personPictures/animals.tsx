// Pictures of animals.
import { paint } from './paint.ts'

export const Owl = () => (
  <>
    <path d="M40 206 L216 206" fill="none" stroke={paint.ink} strokeWidth="21" />
    <path d="M40 206 L216 206" fill="none" stroke={paint.wood} strokeWidth="9" />
    <path
      d="M72 52 Q92 62 104 60 Q128 54 152 60 Q164 62 184 52 Q190 76 186 92 Q200 120 194 150 Q184 202 128 204 Q72 202 62 150 Q56 120 70 92 Q66 76 72 52 Z"
      fill={paint.brown}
    />
    <path d="M92 144 Q128 122 164 144 Q166 190 128 194 Q90 190 92 144 Z" fill={paint.wood} />
    <circle cx="102" cy="102" r="25" fill={paint.cream} />
    <circle cx="154" cy="102" r="25" fill={paint.cream} />
    <circle cx="105" cy="103" r="10" fill={paint.ink} stroke="none" />
    <circle cx="151" cy="103" r="10" fill={paint.ink} stroke="none" />
    <path d="M118 118 L138 118 L128 136 Z" fill={paint.orange} />
    <path d="M110 204 L110 214 M124 204 L124 214 M134 204 L134 214 M148 204 L148 214" stroke={paint.orange} />
  </>
)

export const Cat = () => (
  <>
    <path
      d="M62 46 L100 74 Q128 66 156 74 L194 46 Q204 86 198 112 Q208 150 182 182 Q158 206 128 206 Q98 206 74 182 Q48 150 58 112 Q52 86 62 46 Z"
      fill={paint.orange}
    />
    <path d="M74 68 L92 84 L76 98 Z" fill={paint.pink} strokeWidth="5" />
    <path d="M182 68 L164 84 L180 98 Z" fill={paint.pink} strokeWidth="5" />
    <path d="M116 76 L118 98 M140 76 L138 98 M128 74 L128 92" stroke={paint.brown} />
    <ellipse cx="98" cy="130" rx="10" ry="13" fill={paint.ink} stroke="none" />
    <ellipse cx="158" cy="130" rx="10" ry="13" fill={paint.ink} stroke="none" />
    <path d="M118 152 L138 152 L128 164 Z" fill={paint.brown} strokeWidth="5" />
    <path d="M128 164 Q126 180 108 178 M128 164 Q130 180 148 178" fill="none" strokeWidth="6" />
    <path d="M44 150 L74 156 M46 178 L76 170 M212 150 L182 156 M210 178 L180 170" fill="none" strokeWidth="5" />
  </>
)

export const Fish = () => (
  <>
    <path d="M164 130 Q196 84 222 82 Q210 128 222 178 Q196 176 164 130 Z" fill={paint.orange} />
    <path d="M100 88 Q120 50 150 58 Q146 78 152 96 Z" fill={paint.orange} />
    <path d="M34 134 Q64 78 116 80 Q164 84 182 132 Q164 182 116 186 Q64 188 34 134 Z" fill={paint.teal} />
    <path d="M84 90 Q102 132 84 178" fill="none" />
    <path d="M122 96 Q138 132 122 170 M152 106 Q162 132 152 160" fill="none" stroke={paint.cream} strokeWidth="8" />
    <circle cx="66" cy="122" r="9" fill={paint.ink} stroke={paint.cream} strokeWidth="5" />
    <circle cx="44" cy="74" r="9" fill={paint.cream} strokeWidth="5" />
    <circle cx="64" cy="48" r="6" fill={paint.cream} strokeWidth="5" />
  </>
)

export const Bird = () => (
  <>
    <path d="M112 190 L104 220 M136 192 L140 220 M92 222 L116 220 M128 222 L152 220" fill="none" />
    <path d="M178 118 L228 98 L216 138 L184 150 Z" fill={paint.deep} />
    <path
      d="M92 46 Q130 44 138 84 Q146 104 178 116 Q194 124 184 150 Q166 196 116 196 Q62 192 56 138 Q54 112 60 92 Q62 52 92 46 Z"
      fill={paint.blue}
    />
    <path d="M66 132 Q70 178 112 186 Q92 146 66 132 Z" fill={paint.cream} />
    <path d="M104 116 Q146 112 168 148 Q134 176 110 152 Q102 136 104 116 Z" fill={paint.deep} />
    <circle cx="94" cy="84" r="9" fill={paint.ink} stroke={paint.cream} strokeWidth="4" />
    <path d="M60 84 L28 98 L62 108 Z" fill={paint.orange} />
  </>
)
