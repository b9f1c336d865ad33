// Locks a camera's focus, exposure and white balance: automatic adjustment moves edges and changes colours.

/** Camera capabilities beyond the core standard (W3C MediaStream Image Capture), as Chromium provides them. */
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

/** In units of 100 µs. With a longer exposure a moving hand blurs over a fifth of its own size. */
const longestExposure = 100

/**
 * Locks what the camera allows at its current automatic values, with an exposure of 10 ms at most. To be called when
 * the picture has settled, a second or two after it began.
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
