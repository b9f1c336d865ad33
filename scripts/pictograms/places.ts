// The places of parts: bin, holder and tray. Each fills the lower part of the square.
import { colours, type Drawing, mark, shape, stack, thing } from './ink.ts'
import { box } from './signs.ts'

/** The inside of a bin, drawn behind its contents. */
const binBack: Drawing = stack(shape('M44 150 L212 150 L230 178 L26 178 Z', colours.woodDark))

/** A bin's front, low in the middle so that its contents are visible. */
const binFront: Drawing = stack(
  shape(
    'M22 172 L66 172 Q76 172 80 184 Q84 194 96 194 L160 194 Q172 194 176 184 Q180 172 190 172 L234 172 L222 236 Q220 246 210 246 L46 246 Q36 246 34 236 Z',
    colours.wood,
  ),
)

/** A bin with contents. */
export const inBin = (...contents: readonly Drawing[]): readonly Drawing[] => [binBack, ...contents, binFront]

/** The block that holds the workpiece. Its top is at y = 210. */
export const holder: Drawing = thing(
  stack(shape(box(20, 210, 216, 38, 12), colours.woodDark)),
  mark('M44 229 L88 229', colours.wood, 7),
  mark('M168 229 L212 229', colours.wood, 7),
)

/** The tray for finished products: shallow, with a tick on its front. The rim is at y = 196. */
const trayBack: Drawing = stack(shape('M36 176 L220 176 L240 200 L16 200 Z', colours.tealDark))
const trayFront: Drawing = thing(
  stack(shape('M14 196 L242 196 L228 240 Q226 246 218 246 L38 246 Q30 246 28 240 Z', colours.teal)),
  mark('M108 220 L122 233 L148 208', colours.ink, 18),
  mark('M108 220 L122 233 L148 208', colours.halo, 10),
)

/** The tray with contents. */
export const inTray = (...contents: readonly Drawing[]): readonly Drawing[] => [trayBack, ...contents, trayFront]
