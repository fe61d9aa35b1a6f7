import readline from 'node:readline'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { Invalid } from '../domain/errors.ts'
import { interfaceLocales, roles, type InterfaceLocale, type Role } from '../domain/people.ts'
import { invitePerson } from '../workflows/invite-person.ts'
import { resetPassword } from '../workflows/reset-password.ts'
import type { Workbench } from '../workbench.ts'
import { openWorkbench } from './open-workbench.ts'

const usage = `tukham user add --email EMAIL --name NAME --role ROLE [--role ROLE] [--locale vi|th|en]
                  asks for a password, or takes the first line of standard input; none makes one up
tukham user password --email EMAIL      makes up a new password
tukham user list

Roles: ${roles.join(', ')}
`

/** `tukham user`: makes accounts, the first administrator's among them. */
export async function userCommand(args: string[]): Promise<number> {
  const [name = '', ...rest] = args
  const command = { add, password: replacePassword, list }[name]
  const { values } = parseArgs({
    args: rest,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', multiple: true },
      locale: { type: 'string' },
    },
  })
  if (!command) {
    process.stderr.write(usage)
    return 2
  }
  const workbench = await openWorkbench()
  try {
    return await command(workbench, values)
  } finally {
    await workbench.close()
  }
}

interface Options {
  readonly email?: string | undefined
  readonly name?: string | undefined
  readonly role?: readonly string[] | undefined
  readonly locale?: string | undefined
}

async function add(workbench: Workbench, { email = '', name = '', role = [], locale = 'en' }: Options) {
  const unknown = role.find((given) => !isOneOf(roles, given))
  if (unknown !== undefined) return fail(`there is no role ${unknown}; there are ${roles.join(', ')}`)
  if (!isOneOf(interfaceLocales, locale)) return fail(`the interface is in ${interfaceLocales.join(', ')}`)
  const password = await readPassword()
  const invitation = {
    email: email.trim(),
    name: name.trim(),
    roles: role as readonly Role[],
    locale: locale as InterfaceLocale,
    ...(password === '' ? {} : { password }),
  }
  try {
    const { madeUpPassword } = await invitePerson(workbench, null, invitation)
    process.stdout.write(`${invitation.name} can sign in as ${invitation.email}.\n`)
    if (madeUpPassword !== null) process.stdout.write(`Password: ${madeUpPassword}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return fail(error.problems.map(({ field, key }) => `${field}: ${reasons[key] ?? key}`).join('\n'))
  }
}

/** The command line speaks English only. */
const reasons: Readonly<Record<string, string>> = {
  required: 'is missing',
  'too-long': 'is too long',
  'not-an-email': 'is not an e-mail address',
  'email-taken': 'somebody has it already',
  'no-role': 'give at least one --role',
  'password-too-short': 'is too short',
  'password-too-long': 'is too long',
}

async function replacePassword(workbench: Workbench, { email = '' }: Options) {
  const person = await workbench.storage.people.findByEmail(email)
  if (!person) return fail(`nobody has the e-mail ${email}`)
  process.stdout.write(`Password: ${await resetPassword(workbench, null, person.id)}\n`)
  return 0
}

async function list(workbench: Workbench) {
  for (const { email, name, roles: held, disabled } of await workbench.storage.people.list())
    process.stdout.write(`${email}\t${name}\t${held.join(',')}${disabled ? '\tdisabled' : ''}\n`)
  return 0
}

/** What is typed, unseen, on a terminal; else the first line of standard input. */
function readPassword(): Promise<string> {
  const { stdin, stderr } = process
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done()
    },
  })
  if (stdin.isTTY) stderr.write('Password (empty to have one made up): ')
  const lines = readline.createInterface({ input: stdin, output: nowhere, terminal: stdin.isTTY })
  return new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    lines.once('SIGINT', () => {
      reject(new Error('stopped; nobody was added'))
    })
    lines.once('close', () => {
      resolve('')
    })
  }).finally(() => {
    lines.close()
    if (stdin.isTTY) stderr.write('\n')
  })
}

const isOneOf = (known: readonly string[], value: string): boolean => known.includes(value)

function fail(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}
