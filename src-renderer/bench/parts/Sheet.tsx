// A modal sheet over the screen with a question or a few choices. Escape, or a touch beside it, closes it.
import { FocusTrap, Modal, VisuallyHidden } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useReturnFocus } from '../../ui/useReturnFocus.ts'
import { screenContentId, sheetPlaceId } from './BenchFrame.tsx'
import styles from './Sheet.module.css'

type Props = { readonly onClose: () => void; readonly children: ReactNode }

/** Mount it to open it. While it is open the screen behind it is inert; then the focus returns to what opened it. */
export function Sheet({ onClose, children }: Props) {
  useReturnFocus()
  useEffect(() => {
    const behind = document.getElementById(screenContentId)
    behind?.setAttribute('inert', '')
    return () => behind?.removeAttribute('inert')
  }, [])
  return (
    <Modal.Root
      opened
      onClose={onClose}
      centered
      padding={0}
      lockScroll={false}
      portalProps={{ target: `#${sheetPlaceId}` }}
      classNames={{ overlay: styles.overlay, inner: styles.inner, content: styles.content, body: styles.body }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** Inline, as the theme's look of titles is. */
const titleLook = { fontSize: 'calc(var(--u) * 5.4)', lineHeight: 1.3 }

type PageProps = {
  /** What the dialog is called. */
  readonly title: string
  /** The heading that is seen; without it the title is only for screen readers. */
  readonly heading?: ReactNode
  readonly children: ReactNode
}

/** What a sheet shows. Another page in the same sheet takes the focus, as the button that led to it is gone. */
export function SheetPage({ title, heading, children }: PageProps) {
  return (
    <FocusTrap active key={title}>
      <div className={styles.page}>
        {heading ? (
          <Modal.Title style={titleLook}>{heading}</Modal.Title>
        ) : (
          <VisuallyHidden>
            <Modal.Title>{title}</Modal.Title>
          </VisuallyHidden>
        )}
        {children}
      </div>
    </FocusTrap>
  )
}
