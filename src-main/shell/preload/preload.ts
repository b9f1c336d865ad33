// Gives each window a message port to the service and a function to choose projectors, and no other access to Electron.
import { ipcRenderer } from 'electron'

addEventListener('message', (event) => {
  if (event.source !== window) return
  if (event.data === 'handwijzer.wantsServicePort') ipcRenderer.send('wants-service-port')
  if (event.data === 'handwijzer.chooseProjector') ipcRenderer.send('choose-projector', 1)
  if (event.data === 'handwijzer.chooseSecondProjector') ipcRenderer.send('choose-projector', 2)
})
ipcRenderer.on('service-port', (event) => postMessage('handwijzer.servicePort', location.origin, [...event.ports]))
ipcRenderer.on('service-gone', () => postMessage('handwijzer.serviceGone', location.origin))
