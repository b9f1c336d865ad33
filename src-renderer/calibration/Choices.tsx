// A few choices side by side, large enough for a pointer on a projected table.
import styles from './CalibrateWindow.module.css'

type Choice<Value> = { readonly value: Value; readonly label: string; readonly isChosen: boolean }

type Props<Value> = {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly onChoose: (value: Value) => void
}

export function Choices<Value extends string>({ label, choices, onChoose }: Props<Value>) {
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      {choices.map(({ value, label: name, isChosen }) => (
        <button key={value} type="button" aria-pressed={isChosen} onClick={() => onChoose(value)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
