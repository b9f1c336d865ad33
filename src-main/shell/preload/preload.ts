// Hands each window a message port to the service, and nothing else of Electron.
import { ipcRenderer } from 'electron'

addEventListener('message', (event) => {
  if (event.source === window && event.data === 'handwijzer.wantsServicePort') ipcRenderer.send('wants-service-port')
})
ipcRenderer.on('service-port', (event) => postMessage('handwijzer.servicePort', location.origin, [...event.ports]))
ipcRenderer.on('service-gone', () => postMessage('handwijzer.serviceGone', location.origin))
