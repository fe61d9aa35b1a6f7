// Loaded before a program (`node --import`): at every SIGUSR2 it writes how long the event loop worked in one go, at most, since
// the one before, in milliseconds. Time in which the machine was busy with other programs does not count where the system tells.
import fs from 'node:fs'

const longestTurn = { cpu: 0, wall: 0 }
const schedule = '/proc/self/schedstat' // of the process's first thread, where the event loop runs: nanoseconds on a CPU first
const cpuTime = () =>
  fs.existsSync(schedule)
    ? Number(fs.readFileSync(schedule, 'latin1').split(' ')[0]) / 1e6
    : performance.now()

let last = { cpu: cpuTime(), wall: performance.now() }
setInterval(() => {
  const now = { cpu: cpuTime(), wall: performance.now() }
  for (const clock of ['cpu', 'wall'])
    longestTurn[clock] = Math.max(longestTurn[clock], now[clock] - last[clock])
  last = now
}, 5).unref()

process.on('SIGUSR2', () => {
  process.stdout.write(`loop: ${Math.round(longestTurn.cpu)} of ${Math.round(longestTurn.wall)}\n`)
  longestTurn.cpu = longestTurn.wall = 0
})
