// A few choices side by side, large enough for a pointer on a projected table.
import { Fieldset, Group } from '@mantine/core'
import { StepButton } from './StepButton.tsx'

type Choice<Value> = { readonly value: Value; readonly label: string; readonly isChosen: boolean }

type Props<Value> = {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly onChoose: (value: Value) => void
}

export function Choices<Value extends string>({ label, choices, onChoose }: Props<Value>) {
  return (
    <Fieldset variant="unstyled" p={0} mx={0} legend={label}>
      <Group gap="xs">
        {choices.map(({ value, label: name, isChosen }) => (
          <StepButton
            key={value}
            look={isChosen ? 'chosen' : 'plain'}
            aria-pressed={isChosen}
            onClick={() => onChoose(value)}
          >
            {name}
          </StepButton>
        ))}
      </Group>
    </Fieldset>
  )
}
