// A form that is checked when it is sent. From the first attempt that fails on, every change checks the whole form again,
// so that what is said beside the fields is always true of what stands in them.
import { useForm } from '@mantine/form'
import { useRef } from 'react'

type Input<Values> = {
  readonly initialValues: Values
  /** The sentence to show at each field that is not right; an empty object when the form can be sent. */
  readonly problemsIn: (values: Values) => { readonly [Field in keyof Values]?: string }
}

/** @returns the form, and what makes a submit handler of what is to be done with checked values. */
export function useCheckedForm<Values extends Record<string, unknown>>({ initialValues, problemsIn }: Input<Values>) {
  const wasRefused = useRef(false)
  const form = useForm<Values>({
    initialValues,
    validate: (values) => ({ ...problemsIn(values) }),
    onValuesChange: () => {
      if (wasRefused.current) form.validate()
    },
  })
  const onSubmit = (send: (values: Values) => void) =>
    form.onSubmit(send, (problems) => {
      wasRefused.current = true
      const [first] = Object.keys(problems)
      if (first !== undefined) form.getInputNode(first)?.focus()
    })
  return { form, onSubmit }
}
