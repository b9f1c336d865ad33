// The error boundary of a window: shows a short message and a button to reload instead of a stack trace. The work is
// safe, because the service holds its state.
import { Component, type ReactNode } from 'react'
import { tellFault } from '../faults.ts'
import styles from './ErrorBoundary.module.css'
import { Mark } from './Mark.tsx'
import { workerWords } from './words/words.ts'

type Props = { readonly children: ReactNode }

export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    tellFault('screen', error)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const { lang } = document.documentElement
    const words = Object.entries(workerWords).find(([language]) => language === lang)?.[1] ?? workerWords.en
    return (
      <main className={styles.screen}>
        <Mark size={120} />
        <h1>{words.failed}</h1>
        <button type="button" onClick={() => location.reload()}>
          {words.work.resume}
        </button>
      </main>
    )
  }
}
