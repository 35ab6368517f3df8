import { connect } from 'node:net'

const REQUEST = 'GET / HTTP/1.1\r\nHost: service\r\n\r\n'

/** Sends requests on kept connections, one after the other on each; resolves with how many ms they took. */
export async function load(port: number, connections: number, requests: number): Promise<number> {
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, () => askInTurn(port, requests / connections)))
  return performance.now() - start
}

function askInTurn(port: number, requests: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = requests
    const socket = connect(port, '127.0.0.1', () => socket.write(REQUEST))
    // The server's answers are small enough to come in one piece.
    socket.on('data', () => {
      if (--left > 0) socket.write(REQUEST)
      else socket.end(resolve)
    })
    socket.on('error', reject)
  })
}
