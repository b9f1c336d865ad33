// A person's drawn picture on a round background. Decorative for screen readers, because the name is always beside it.
import { paint } from './paint.ts'
import { pictureNamed } from './personPictures.ts'

type Props = { readonly name: string; readonly size?: number | string; readonly className?: string | undefined }

export function PersonPicture({ name, size = '100%', className }: Props) {
  const { ground, Drawing } = pictureNamed(name)
  return (
    <svg viewBox="0 0 256 256" width={size} height={size} className={className} aria-hidden="true">
      <circle cx="128" cy="128" r="128" fill={ground} />
      <g
        transform="translate(128 128) scale(0.88) translate(-128 -130)"
        stroke={paint.ink}
        strokeWidth="7"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <Drawing />
      </g>
    </svg>
  )
}
