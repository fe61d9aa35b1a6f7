#!/usr/bin/env node
import { alignCommand } from './align.ts'
import { checkCommand } from './check.ts'
import { glossaryCommand } from './glossary.ts'
import { importCommand } from './import.ts'
import { learnCommand } from './learn.ts'
import { renderingsCommand } from './renderings.ts'
import { transliterateCommand } from './transliterate.ts'
import { userCommand } from './user.ts'

/** Each command answers with the process's exit code. */
const commands: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  align: alignCommand,
  check: checkCommand,
  glossary: glossaryCommand,
  import: importCommand,
  learn: learnCommand,
  renderings: renderingsCommand,
  transliterate: transliterateCommand,
  user: userCommand,
}

const usage = `tukham align     --from vi --to th SOURCE TARGET | --batch DIR --json
tukham check     --from vi --to th [--glossary FILE.csv] [--json] [SOURCE TARGET]   (or pairs as JSON lines on standard input)
tukham renderings --from vi --to th [--glossary FILE.csv] [--json] SOURCE TARGET
tukham transliterate --from vi --to th [--kind person|place] [--explain] [--json] [NAME…]   (or a name a line on standard input)
tukham import    --as EMAIL [--source FILE] [--target FILE] [--url ADDRESS]
tukham learn     alignment | words   (rebuilds the data that comes with the program)
tukham glossary  import FILE.csv --as EMAIL
tukham user      add --email EMAIL --name NAME --role ROLE | list
`

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command) {
  try {
    process.exitCode = await command(args)
  } catch (error) {
    process.stderr.write(`tukham ${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
} else {
  process.stderr.write(usage)
  process.exitCode = name === '' || name === 'help' || name === '--help' ? 0 : 2
}
