// Hands each window a message port to the service and a way to ask which displays are projectors; nothing else of Electron.
import { ipcRenderer } from 'electron'

addEventListener('message', (event) => {
  if (event.source !== window) return
  if (event.data === 'handwijzer.wantsServicePort') ipcRenderer.send('wants-service-port')
  if (event.data === 'handwijzer.chooseProjector') ipcRenderer.send('choose-projector', 1)
  if (event.data === 'handwijzer.chooseSecondProjector') ipcRenderer.send('choose-projector', 2)
})
ipcRenderer.on('service-port', (event) => postMessage('handwijzer.servicePort', location.origin, [...event.ports]))
ipcRenderer.on('service-gone', () => postMessage('handwijzer.serviceGone', location.origin))
