/**
 * A text as a Word document, alike in browsers and from the service. Imported by nothing the mini-program has:
 * the library is as large as the app.
 */
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

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
  if (/^([一二三四五六七八九十]+、|附件：)/.test(line))
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

/** A row of a form: what is asked, and the paragraphs of the answer. */
export interface FormRow {
  label: string;
  lines: readonly string[];
}

/** Widths of a form's two columns, in twentieths of a point: together what A4 has between Word's margins. */
const LABEL_WIDTH = 2000;
const ANSWER_WIDTH = 7026;
/** Half points: five 号, as forms are printed. */
const FORM = 21;

const formLine = (text: string, bold = false): Paragraph => new Paragraph({ children: [run(text, FORM, bold)] });

const formCell = (lines: readonly string[], width: number, bold = false): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 80, bottom: 80, left: 100, right: 100 },
    children: lines.map((line) => formLine(line, bold)),
  });

/**
 * A form with two columns as a Word document: a title, remarks, a row an entry, and what stands under it.
 *
 * @returns the document's bytes, in Base64
 */
export function docxFormBase64(form: {
  title: string;
  before: readonly string[];
  rows: readonly FormRow[];
  after: readonly string[];
}): Promise<string> {
  const rows = form.rows.map(
    ({ label, lines }) =>
      new TableRow({ children: [formCell([label], LABEL_WIDTH, true), formCell(lines, ANSWER_WIDTH)] }),
  );
  const children = [
    paragraphOf(form.title, 0),
    ...form.before.map((line) => formLine(line)),
    new Table({ columnWidths: [LABEL_WIDTH, ANSWER_WIDTH], rows }),
    ...form.after.map((line) => formLine(line)),
  ];
  return Packer.toBase64String(new Document({ creator: '', lastModifiedBy: '', sections: [{ children }] }));
}
