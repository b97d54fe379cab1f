const { Server } = require('node:net')

// The framework listens on every interface and wants its port told beforehand. In a test it is reached from this machine only,
// on a port the system chooses, which goes to the parent process.
const { listen } = Server.prototype
Server.prototype.listen = function onLoopback(_port, listening) {
  return listen.call(this, { port: 0, host: '127.0.0.1' }, () => {
    process.send({ port: this.address().port })
    listening()
  })
}
