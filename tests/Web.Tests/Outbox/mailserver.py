"""A real SMTP server on a free port of the loopback address, for tests.

    mailserver.py FOLDER [--user NAME --password WORD] [--certificate FILE --key FILE]

Prints the port, then writes each message that it takes to FOLDER as 000001.eml, 000002.eml ... Lines on standard
input script faults for what comes next, once each; the answer to a line is "ok":

    reply STAGE TEXT   answer MAIL, RCPT or DATA with TEXT, such as: reply RCPT 450 4.2.1 try later
    drop STAGE         close the connection instead of answering (DATA: before the message is kept)
    keep-and-drop      keep the next message, then close the connection instead of saying so
    hang STAGE         never answer
    keep-and-hang      keep the next message, then never answer
    slow STAGE         answer after a while

Ends when standard input ends, so that it never outlives the test run that started it.
"""
import argparse
import asyncio
import logging
import os
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult


class Faults:
    def __init__(self):
        self.waiting = []

    def script(self, line):
        kind, _, rest = line.partition(' ')
        stage, _, text = rest.partition(' ')
        self.waiting.append((kind, stage or 'DATA', text))

    def take(self, stage):
        for fault in self.waiting:
            if fault[1] == stage:
                self.waiting.remove(fault)
                return fault
        return (None, stage, '')


class Handler:
    def __init__(self, folder, faults):
        self.folder = folder
        self.faults = faults
        self.count = 0

    async def fault(self, server, stage, envelope):
        kind, _, text = self.faults.take(stage)
        if kind == 'slow':
            await asyncio.sleep(0.5)
        if kind == 'keep-and-hang':
            self.keep(envelope)
        if kind in ('hang', 'keep-and-hang'):
            await asyncio.sleep(3600)
        if kind == 'keep-and-drop':
            self.keep(envelope)
        if kind in ('drop', 'keep-and-drop'):
            server.transport.abort()
            return '421 gone'
        return text if kind == 'reply' else None

    async def handle_MAIL(self, server, session, envelope, address, options):
        answer = await self.fault(server, 'MAIL', envelope)
        if answer:
            return answer
        envelope.mail_from = address
        return '250 OK'

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = await self.fault(server, 'RCPT', envelope)
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        answer = await self.fault(server, 'DATA', envelope)
        if answer:
            return answer
        self.keep(envelope)
        return '250 OK'

    def keep(self, envelope):
        self.count += 1
        path = os.path.join(self.folder, '%06d.eml' % self.count)
        with open(path + '.tmp', 'wb') as file:
            file.write(envelope.content)
        os.replace(path + '.tmp', path)


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--user')
    parser.add_argument('--password')
    parser.add_argument('--certificate')
    parser.add_argument('--key')
    options = parser.parse_args()

    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)

    def check(server, session, envelope, mechanism, data):
        right = data.login == options.user.encode() and data.password == options.password.encode()
        return AuthResult(success=right, handled=right)

    faults = Faults()
    handler = Handler(options.folder, faults)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(handler, hostname='localhost', loop=loop, tls_context=context, auth_require_tls=False,
                     auth_required=bool(options.user), authenticator=check if options.user else None),
        '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)

    lines = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        faults.script(line.decode().strip())
        print('ok', flush=True)


# It warns of signing in without TLS, which on the loopback address is what the tests want.
warnings.simplefilter('ignore')
logging.disable(logging.WARNING)
asyncio.run(main())
