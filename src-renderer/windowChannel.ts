// Messages between the windows of this application: one channel a subject, one handler a kind of message.

/** Every message says what it is. */
type Message = { readonly kind: string }

export type Handlers<Messages extends Message> = {
  readonly [Kind in Messages['kind']]?: (message: Extract<Messages, { readonly kind: Kind }>) => void
}

export type WindowChannel<Messages extends Message> = {
  /** Sends to every other window that has opened this channel; never to the sender. */
  readonly tell: (message: Messages) => void
  readonly close: () => void
}

/**
 * Opens a channel of the given subject and listens until `close`. A kind without a handler is not for this window.
 * Messages are copied by the structured clone algorithm: one that cannot be throws a DataCloneError.
 */
export function openWindowChannel<Messages extends Message>(
  subject: string,
  handlers: Handlers<Messages>,
): WindowChannel<Messages> {
  const channel = new BroadcastChannel(`handwijzer.${subject}`)
  channel.onmessage = ({ data }: MessageEvent<Messages>) => {
    const handle = handlers[data.kind as Messages['kind']] as ((message: Messages) => void) | undefined
    handle?.(data)
  }
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() }
}
