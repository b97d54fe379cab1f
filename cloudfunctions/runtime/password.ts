import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** What guessing costs, for one guess: 32 MB and some tens of milliseconds. The numbers stand in each hash, so that they can be raised. */
const cost = { N: 32_768, r: 8, p: 1 }
const [saltBytes, hashBytes] = [16, 32]
const memory = 128 * 1024 * 1024

const derive = (password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password, salt, hashBytes, { N, r, p, maxmem: memory }, (error, hash) => (error ? reject(error) : resolve(hash)))
  })

/** A password as it is kept: salted, and slow to guess. The same one reads differently each time. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(saltBytes)
  const hash = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** What no password is found to be, at the cost of a real one. */
const nobodys = ['scrypt', cost.N, cost.r, cost.p, randomBytes(saltBytes).toString('base64url'), randomBytes(hashBytes).toString('base64url')].join('$')

/** Whether a password is the one that a hash was made of; with null, where there is none, it is not, after as long. */
export const isPassword = async (password: string, kept: string | null): Promise<boolean> => {
  const [kind, N, r, p, salt = '', hash = ''] = (kept ?? nobodys).split('$')
  const expected = Buffer.from(hash, 'base64url')
  if (kind !== 'scrypt' || expected.length !== hashBytes) return false
  const found = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return timingSafeEqual(found, expected) && kept !== null
}
