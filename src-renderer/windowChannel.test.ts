import { afterEach, expect, it, vi } from 'vitest'
import { type Handlers, openWindowChannel, type WindowChannel } from './windowChannel.ts'

type Messages = { readonly kind: 'asked' } | { readonly kind: 'number'; readonly value: number }

const opened: WindowChannel<Messages>[] = []
const open = (handlers: Handlers<Messages>, subject = 'test') => {
  const channel = openWindowChannel<Messages>(subject, handlers)
  opened.push(channel)
  return channel
}
afterEach(() => {
  for (const channel of opened.splice(0)) channel.close()
})

it('hands each message to the handler of its kind in every other window, and not to the sender', async () => {
  const own: number[] = []
  const other: number[] = []
  const sender = open({ number: ({ value }) => own.push(value) })
  open({ number: ({ value }) => other.push(value) })
  sender.tell({ kind: 'asked' })
  sender.tell({ kind: 'number', value: 7 })
  await vi.waitFor(() => expect(other).toEqual([7]))
  expect(own).toEqual([])
})

it('keeps subjects apart, and hears nothing once closed', async () => {
  const apart: number[] = []
  const closed: number[] = []
  const heard: number[] = []
  open({ number: ({ value }) => apart.push(value) }, 'another')
  open({ number: ({ value }) => closed.push(value) }).close()
  open({ number: ({ value }) => heard.push(value) })
  open({}).tell({ kind: 'number', value: 1 })
  await vi.waitFor(() => expect(heard).toEqual([1]))
  expect([...apart, ...closed]).toEqual([])
})
