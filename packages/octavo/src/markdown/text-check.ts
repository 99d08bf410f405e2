import type { SourceFile } from '../content/content-file.ts';
import type { CheckId } from '../diagnostics/check-ids.ts';
import type { Fix, Position } from '../diagnostics/diagnostic.ts';
import type { Settings } from '../settings/settings.ts';
import type { MarkdownDocument, ProjectFiles } from './document.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import type { WrittenText } from './source-text.ts';

/** A check of one body; its queries about the rest of the site are recorded. */
export type TextCheck = (text: CheckedText) => Finding[];

export type TextChecks = Partial<Record<CheckId, TextCheck>>;

/** A check of the front matter of one file. */
export interface FrontMatterCheck {
  id: CheckId;
  ofFrontMatter: (
    file: SourceFile,
    files: Pick<ProjectFiles, 'size' | 'coverError'>,
  ) => FindingInFile[];
}

/** A body as its author wrote it, with what its checks depend on. */
export interface CheckedText extends WrittenText {
  isDraft: boolean;
  settings: Settings;
  /** The document to query about the rest of the site. */
  document: MarkdownDocument;
  /** The ids in the rendered body; `undefined` if unknown. */
  anchors: string[] | undefined;
}

/** A problem in a body. */
interface Finding {
  /** In the body that was parsed. */
  position: Position | undefined;
  message: string;
  /** The URL that it is about. */
  target?: string;
}

/** Returns a problem at each match of a pattern in the prose of a text. */
export function matchesIn(
  { prose }: WrittenText,
  pattern: RegExp,
  message: (match: RegExpExecArray) => string,
): Finding[] {
  return prose.flatMap(({ source, position }) =>
    [...source.matchAll(pattern)].map((match) => ({
      ...{ position: positionIn(source, match.index, position), message: message(match) },
    })),
  );
}

/** A problem in a file. */
export interface FindingInFile {
  position: Position;
  message: string;
  fix?: Fix | undefined;
}
