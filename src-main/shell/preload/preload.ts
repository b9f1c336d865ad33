// Hands each window a message port to the service and a way to ask which display is the projector; nothing else of Electron.
import { ipcRenderer } from 'electron'

addEventListener('message', (event) => {
  if (event.source !== window) return
  if (event.data === 'handwijzer.wantsServicePort') ipcRenderer.send('wants-service-port')
  if (event.data === 'handwijzer.chooseProjector') ipcRenderer.send('choose-projector')
})
ipcRenderer.on('service-port', (event) => postMessage('handwijzer.servicePort', location.origin, [...event.ports]))
ipcRenderer.on('service-gone', () => postMessage('handwijzer.serviceGone', location.origin))
