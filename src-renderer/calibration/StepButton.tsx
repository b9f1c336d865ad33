// The kit's button on the dark panel: it grows with the words, which are large in projected light.
import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentProps } from 'react'

type Props = ButtonProps &
  Omit<ComponentProps<'button'>, keyof ButtonProps> & {
    /** `first` is the step's way on; `chosen` is a choice that holds. */
    readonly look?: 'first' | 'chosen' | 'plain'
  }

const looks = {
  first: { color: 'sun.4', c: 'var(--ink)' },
  chosen: { color: 'var(--lit)', c: 'var(--ink)' },
  plain: { variant: 'default' },
} as const

export function StepButton({ look = 'plain', ...rest }: Props) {
  return <Button h="auto" mih="2.75rem" py="0.4em" px="1em" lh={1.3} {...looks[look]} {...rest} />
}
