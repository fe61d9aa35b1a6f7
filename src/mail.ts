import { createTransport } from 'nodemailer'

interface Mail {
  readonly id: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly unsubscribe: string
}

/** Hands letters to an SMTP server; `smtpUrl` may have a name and a password. A server that does not answer is given up. */
export function createMail({ smtpUrl, from }: { readonly smtpUrl: string; readonly from: string }) {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'tukham.invalid'
  return {
    async send({ id, to, subject, text, html, unsubscribe }: Mail): Promise<void> {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId: `<tukham-${id}@${domain}>`,
        headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'Auto-Submitted': 'auto-generated' },
      })
    },
    close() {
      transport.close()
    },
  }
}
