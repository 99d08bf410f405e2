/** What keeps an import from its work and is the owner's to fix: printed in one line. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
