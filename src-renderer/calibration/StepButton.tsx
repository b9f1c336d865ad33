// The kit's button as it is read on the dark panel and in projected light.
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
  return <Button size="lg" {...looks[look]} {...rest} />
}
