// Restricts what windows may do: only the camera for the app's own pages. No navigation, no new windows, no requests to other
// machines.
import { app, type Session, type WebContents } from 'electron'
import { appOrigin, isOurs } from './appProtocol.ts'

const onThisMachine = /^(data|blob|devtools):/

/** Refuses every permission except video for the app's own pages, and every request that would leave this machine. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide, details) => {
    const wantsAudio = 'mediaTypes' in details && details.mediaTypes.includes('audio')
    decide(permission === 'media' && !wantsAudio && isOurs(contents.getURL()))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'media' && isOurs(origin.replace(/\/$/, '')),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isOurs(details.url) && !onThisMachine.test(details.url) })
  })
  session.on('will-download', (event, item) => {
    if (!item.getURLChain().every((url) => url.startsWith(`blob:${appOrigin}/`))) event.preventDefault()
  })
}

/** Prevents every window, present and future, from navigating away from the app's own pages. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event, url) => {
      if (!isOurs(url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
