/** The embedded database cannot be used as asked; the sentence says what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}
