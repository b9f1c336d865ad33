// A camera and a hand tracker in memory: pictures come when a test says so, and show what a told story says. 1 px is 1 mm.
import { type BenchLayout, benchLayoutSchema } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { tableMapping } from '../../../src-domain/perception/tableMapping.ts'
import type { TrackedHand } from '../../../src-domain/perception/trackedHand.ts'
import type { CameraFrame, CameraListener, CameraSource } from '../../../src-renderer/perception/cameraSource.ts'
import type { HandTracker } from '../../../src-renderer/perception/handTracker.ts'
import { type HandStory, handAt, trackedHand } from '../perception/handStory.ts'
import type { ManualClock } from '../perception/manualClock.ts'
import { at, smallBench } from '../perception/readStory.ts'

const sidePx = 4000
const middlePx = sidePx / 2
/** Table mm to px of the picture: the table's centre is the picture's. */
export const tableToPicture = [
  [1, 0, 0, middlePx],
  [0, 1, 0, middlePx],
  [0, 0, 0, 1],
] as const

/** The stories' small bench, on a table as large as the picture. */
export const smallLayout: BenchLayout = benchLayoutSchema.parse({
  id: 'bench',
  name: 'Small bench',
  table: { w: sidePx, h: sidePx },
  bins: smallBench.bins.map((bin) => ({ ...bin, label: bin.id })),
  zones: smallBench.zones.map((zone) => ({ ...zone, label: zone.id })),
  buttons: smallBench.buttons,
})

export const smallSeen = { layout: smallLayout, mapping: tableMapping({ tableToCamera: tableToPicture }) }

/** A picture of the table, or one in another size; `onClose` hears that it was closed. */
export const pictureOf = (onClose: () => void = () => undefined, size = sidePx) =>
  ({ width: size, height: size, close: onClose }) as unknown as ImageBitmap

/** A hand that goes to the button "done" and rests there for so long, ms. */
export const restOnDone = (ms: number): HandStory =>
  handAt(...at.home)
    .move(375, 170, 500)
    .wait(ms)

/** For long enough to forget what hands did before. */
export const noHand: HandStory = handAt(...at.home).hide(1500)

/** What the tracker finds in a picture of `atMs` when the story began at `beganMs`. */
const handsIn = (story: HandStory, beganMs: number, atMs: number): TrackedHand[] => {
  const pose = story.poseAt(atMs - beganMs)
  if (pose?.isSeen !== true) return []
  const hand = trackedHand('right', pose)
  return [{ ...hand, landmarks: hand.landmarks.map(([x, y]) => [x + middlePx, y + middlePx] as const) }]
}

export function memorySight(clock: ManualClock) {
  let listener: CameraListener | null = null
  let told: { readonly story: HandStory; readonly beganMs: number } | null = null
  const pictures = { shown: 0, closed: 0 }
  const camera: CameraSource = {
    open(given) {
      listener = given
      given.onState('seeing')
      return () => {
        listener = null
      }
    },
  }
  const startTracker = (): HandTracker => ({
    started: Promise.resolve({ ok: true, value: { delegate: 'CPU', renderer: '', warmUpMs: 1 } }),
    track({ image, atMs }: CameraFrame) {
      image.close()
      const hands = told ? handsIn(told.story, told.beganMs, atMs) : []
      return Promise.resolve({ ok: true, value: { hands, small: null, trackerMs: 1, smallMs: 0 } })
    },
    close: () => undefined,
  })
  const show = (size = sidePx) => {
    pictures.shown += 1
    const closed = () => {
      pictures.closed += 1
    }
    listener?.onFrame({ image: pictureOf(closed, size), atMs: clock.nowMs() })
  }
  return {
    camera,
    startTracker,
    pictures,
    isOpen: () => listener !== null,
    says: (state: Parameters<CameraListener['onState']>[0]) => listener?.onState(state),
    show,
    /** From now on the tracker finds what the story tells, by the time that pictures carry. */
    begin(story: HandStory, beganMs = clock.nowMs()): void {
      told = { story, beganMs }
    },
    /** Films a story from its beginning to its end, 25 pictures a second. */
    async film(story: HandStory): Promise<void> {
      told = { story, beganMs: clock.nowMs() }
      for (let filmedMs = 0; filmedMs < story.lengthMs; filmedMs += 40) {
        show()
        await clock.pass(40)
      }
    },
  }
}
