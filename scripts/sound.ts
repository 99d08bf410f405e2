/** Samples a second, of 8 bits each: enough for a few tones. */
const RATE = 8000;

/** Returns a WAV file of tones, each by its frequency in Hz and as long as the others, in seconds. */
export function tones(frequencies: readonly number[], length: number): Buffer {
  const count = Math.round(RATE * length);
  const samples = frequencies.flatMap((frequency) =>
    Array.from({ length: count }, (_, index) => {
      // Fades each tone in and out to avoid clicks.
      const loudness = Math.sin((Math.PI * index) / count);
      return 128 + 80 * loudness * Math.sin((2 * Math.PI * frequency * index) / RATE);
    }),
  );
  return Buffer.concat([header(samples.length), Buffer.from(samples.map(Math.round))]);
}

/** The header of a WAV file with one channel of samples of 8 bits (RIFF, format chunk of PCM). */
function header(length: number): Buffer {
  const bytes = Buffer.alloc(44);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + length, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16); // the length of the format chunk
  bytes.writeUInt16LE(1, 20); // PCM
  bytes.writeUInt16LE(1, 22); // channels
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE, 28); // bytes a second
  bytes.writeUInt16LE(1, 32); // bytes a sample
  bytes.writeUInt16LE(8, 34); // bits a sample
  bytes.write('data', 36);
  bytes.writeUInt32LE(length, 40);
  return bytes;
}
