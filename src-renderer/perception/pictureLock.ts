// Holds a camera's focus, exposure and white balance still: a picture that adjusts itself moves lines and changes colours.

/** What cameras offer beyond the standard's core (W3C MediaStream Image Capture), as Chromium has it. */
type PictureCapabilities = {
  readonly focusMode?: readonly string[]
  readonly exposureMode?: readonly string[]
  readonly exposureTime?: { readonly min: number; readonly max: number }
  readonly whiteBalanceMode?: readonly string[]
}
type PictureSettings = {
  readonly focusDistance?: number
  readonly exposureTime?: number
  readonly colorTemperature?: number
}

export type PictureTrack = Pick<MediaStreamTrack, 'getCapabilities' | 'getSettings' | 'applyConstraints'>

type Lock = 'locked' | 'notOffered' | 'refused'
export type PictureLock = { readonly focus: Lock; readonly exposure: Lock; readonly whiteBalance: Lock }

/** Longer, and a hand moves by a fifth of itself while it is taken. In units of 100 µs. */
const longestExposure = 100

/**
 * Locks what the camera lets us lock, at what it has found by itself; the exposure at 10 ms at most. To be called when the picture has settled, a
 * second or two after it began.
 */
export async function lockPicture(track: PictureTrack): Promise<PictureLock> {
  const can = track.getCapabilities() as MediaTrackCapabilities & PictureCapabilities
  const now = track.getSettings() as MediaTrackSettings & PictureSettings
  const lock = async (modes: readonly string[] | undefined, settings: object): Promise<Lock> => {
    if (modes?.includes('manual') !== true) return 'notOffered'
    return track.applyConstraints({ advanced: [settings] }).then(
      () => 'locked' as const,
      () => 'refused' as const,
    )
  }
  const exposureTime = Math.min(
    now.exposureTime ?? longestExposure,
    longestExposure,
    can.exposureTime?.max ?? longestExposure,
  )
  return {
    focus: await lock(can.focusMode, { focusMode: 'manual', ...defined('focusDistance', now.focusDistance) }),
    exposure: await lock(can.exposureMode, { exposureMode: 'manual', exposureTime }),
    whiteBalance: await lock(can.whiteBalanceMode, {
      whiteBalanceMode: 'manual',
      ...defined('colorTemperature', now.colorTemperature),
    }),
  }
}

const defined = (name: string, value: number | undefined) => (value === undefined ? {} : { [name]: value })
