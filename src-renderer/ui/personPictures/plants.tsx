// Pictures of plants.
import { paint } from './paint.ts'

const petals = Array.from({ length: 12 }, (_, index) => index * 30)

export const Sunflower = () => (
  <>
    <path d="M128 158 L128 244" fill="none" stroke={paint.ink} strokeWidth="19" />
    <path d="M128 158 L128 244" fill="none" stroke={paint.leaf} strokeWidth="8" />
    <path d="M128 212 Q92 182 66 198 Q84 232 128 226 Z" fill={paint.green} />
    <path d="M128 200 Q164 168 190 184 Q172 220 128 216 Z" fill={paint.green} />
    {petals.map((turn) => (
      <ellipse
        key={turn}
        cx="128"
        cy="50"
        rx="15"
        ry="27"
        fill={turn % 60 === 0 ? paint.sun : paint.orange}
        transform={`rotate(${turn} 128 104)`}
      />
    ))}
    <circle cx="128" cy="104" r="36" fill={paint.brown} />
    <g fill={paint.wood} stroke="none">
      {[
        [128, 104],
        [113, 96],
        [143, 96],
        [113, 114],
        [143, 114],
        [128, 86],
        [128, 122],
      ].map(([x, y]) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r="4.500" />
      ))}
    </g>
  </>
)

export const Tree = () => (
  <>
    <path d="M112 150 L108 222 L148 222 L144 150 Z" fill={paint.wood} />
    <path
      d="M128 30 Q166 28 174 62 Q208 70 202 108 Q210 148 170 152 Q150 172 128 162 Q106 172 86 152 Q46 148 54 108 Q48 70 82 62 Q90 28 128 30 Z"
      fill={paint.green}
    />
    <path d="M82 84 Q92 70 108 74" fill="none" stroke={paint.cream} strokeWidth="6" />
    <circle cx="96" cy="118" r="12" fill={paint.red} />
    <circle cx="152" cy="88" r="12" fill={paint.red} />
    <circle cx="150" cy="132" r="12" fill={paint.red} />
    <path d="M84 222 L172 222" fill="none" />
  </>
)

export const Apple = () => (
  <>
    <path
      d="M128 86 Q150 64 182 76 Q216 92 206 142 Q196 196 160 212 Q142 218 128 208 Q114 218 96 212 Q60 196 50 142 Q40 92 74 76 Q106 64 128 86 Z"
      fill={paint.red}
    />
    <path d="M78 98 Q66 112 70 138" fill="none" stroke={paint.cream} strokeWidth="8" />
    <path d="M128 88 Q126 60 140 40" fill="none" strokeWidth="9" />
    <path d="M138 60 Q156 28 194 40 Q182 72 138 60 Z" fill={paint.green} />
  </>
)

export const Mushroom = () => (
  <>
    <path d="M102 134 L94 198 Q92 220 112 220 L144 220 Q164 220 162 198 L154 134 Z" fill={paint.cream} />
    <path d="M36 142 Q40 46 128 44 Q216 46 220 142 Q220 154 208 154 L48 154 Q36 154 36 142 Z" fill={paint.red} />
    <circle cx="92" cy="100" r="16" fill={paint.cream} />
    <circle cx="146" cy="80" r="13" fill={paint.cream} />
    <circle cx="178" cy="124" r="14" fill={paint.cream} />
    <path d="M60 220 L196 220" fill="none" />
  </>
)
