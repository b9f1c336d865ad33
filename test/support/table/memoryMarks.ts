// Marks of light in memory: says when they were looked at, and lets a look take as long as a test wants.
import type { GreyPicture } from '../../../src-domain/calibration/greyPicture.ts'
import type { MarksOfLight } from '../../../src-renderer/table/watchRegistration.ts'

/** A table in which nothing is to be seen. */
const dark: GreyPicture = { width: 64, height: 64, levels: new Float32Array(64 * 64) }

/** @param nowMs by whose time looks are noted. */
export function memoryMarks(nowMs: () => number) {
  const looked = { lightMs: [] as number[], stickersMs: [] as number[], isClosed: false }
  const covers: boolean[] = []
  let hold: Promise<void> | null = null
  let release: () => void = () => undefined
  const marks: MarksOfLight = {
    open: () => ({
      projector: { width: 400, height: 400 },
      look: async () => {
        if (looked.lightMs.at(-1) !== nowMs()) looked.lightMs.push(nowMs())
        await hold
        return dark
      },
      see: () => {
        looked.stickersMs.push(nowMs())
        return Promise.resolve(dark)
      },
      wantsFrame: () => false,
      measureDelay: () => Promise.resolve(0),
      close: () => {
        looked.isClosed = true
      },
    }),
    cover: (isOn) => covers.push(isOn),
  }
  return {
    marks,
    looked,
    covers,
    /** From now on a look at light lasts until it is let go. */
    holdLooks: (): void => {
      hold = new Promise((resolve) => {
        release = resolve
      })
    },
    letGo: (): void => {
      hold = null
      release()
    },
  }
}
