/**
 * A text as a Word document, alike in browsers and from the service. Imported by nothing the mini-program has:
 * the library is as large as the app.
 */
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';

const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' };
/** Half points, twentieths of a point. */
const BODY = 28;
const HEADING = 32;
const TITLE = 44;
const LINE = 480;
const INDENT = 560;

/** Who signs, and the day alone on its line. */
const SIGNATURE = /^申请人（签名）：|^\d{4}年\d{1,2}月\d{1,2}日$/;

const run = (text: string, size: number, bold = false): TextRun =>
  // Word's own headings are blue.
  new TextRun({ text, size, bold, font: FONT, color: '000000' });

/** The first line is the title, a line that begins with 一、 or 附件： a heading, the signature and its day stand right, all else is a paragraph. */
function paragraphOf(line: string, at: number): Paragraph {
  if (at === 0)
    return new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { after: LINE },
      children: [run(line, TITLE, true)],
    });
  if (/^([一二三四五六七八九十]、|附件：)/.test(line))
    return new Paragraph({
      heading: HeadingLevel.HEADING_1,
      keepNext: true,
      spacing: { before: LINE / 2, line: LINE },
      children: [run(line, HEADING, true)],
    });
  if (SIGNATURE.test(line))
    return new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { line: LINE }, children: [run(line, BODY)] });
  return new Paragraph({ spacing: { line: LINE }, indent: { firstLine: INDENT }, children: [run(line.trim(), BODY)] });
}

const documentOf = (text: string): Document =>
  // Nothing of its author is in it but the text.
  new Document({ creator: '', lastModifiedBy: '', sections: [{ children: text.split('\n').map(paragraphOf) }] });

/** The document for a browser to save. */
export const docxBlob = (text: string): Promise<Blob> => Packer.toBlob(documentOf(text));

/** The document's bytes, in Base64. */
export const docxBase64 = (text: string): Promise<string> => Packer.toBase64String(documentOf(text));
