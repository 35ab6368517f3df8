module.exports = {
  apps: [
    {
      name: 'payment-service',
      cwd: __dirname,
      script: 'src/main.ts',
      // Unless told, PM2 gives a .ts file to Bun where it finds one.
      interpreter: 'node',
      // The workers share one socket, so a reload starts the new one before it stops the old one; in fork mode it is a
      // restart. They run on the Node that PM2's daemon was started with: 24 or newer.
      exec_mode: 'cluster',
      instances: 2,
      // The old worker is stopped when the new one has sent 'ready', or after listen_timeout.
      wait_ready: true,
      listen_timeout: 30000,
      // SHUTDOWN_TIMEOUT_MS + 5 s margin; PM2's own 1.6 s cuts running requests.
      kill_timeout: 35000,
      env: { NODE_ENV: 'production', SHUTDOWN_TIMEOUT_MS: 30000 },
    },
  ],
}
