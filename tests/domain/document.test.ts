/** An application as a Word document, read back: which line is set in which way, and that nothing of its author is in it. */
import JSZip from 'jszip';
import { docxBase64 } from '@yugong/domain/document/docx';
import { defined } from '@yugong/domain/narrow';

const text = [
  '劳动人事争议仲裁申请书',
  '一、当事人',
  '申请人：演示人',
  '一共两项',
  '申请人（签名）：＿＿＿＿',
  '2026年6月1日',
  '2026年6月1日，经理让我不用来了。',
  '附件：各项金额的计算',
  '十一、其他',
].join('\n');

async function partsOf(name: string): Promise<string> {
  const zip = await JSZip.loadAsync(await docxBase64(text), { base64: true });
  return defined(await zip.file(name)?.async('string'));
}

interface Set {
  style: string | null;
  align: string | null;
  isBold: boolean;
  isIndented: boolean;
}

async function paragraphs(): Promise<Map<string, Set>> {
  const xml = await partsOf('word/document.xml');
  return new Map(
    [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => [
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, part]) => part).join(''),
      {
        style: /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? null,
        align: /<w:jc w:val="(\w+)"/.exec(paragraph)?.[1] ?? null,
        isBold: /<w:b\/>/.test(paragraph),
        isIndented: /w:firstLine="560"/.test(paragraph),
      },
    ]),
  );
}

describe('a document for Word', () => {
  const body = { style: null, align: null, isBold: false, isIndented: true };
  const heading = { style: 'Heading1', align: null, isBold: true, isIndented: false };
  const right = { style: null, align: 'right', isBold: false, isIndented: false };

  it.each([
    [
      'its first line as the title, in the middle',
      '劳动人事争议仲裁申请书',
      { ...heading, style: 'Title', align: 'center' },
    ],
    ['a numbered line as a heading', '一、当事人', heading],
    ['the annex as a heading', '附件：各项金额的计算', heading],
    ['a line that only begins with a number as text', '一共两项', body],
    ['a line of text indented', '申请人：演示人', body],
    ['the signature on the right', '申请人（签名）：＿＿＿＿', right],
    ['the day alone on the right', '2026年6月1日', right],
    ['a sentence that begins with a day as text', '2026年6月1日，经理让我不用来了。', body],
  ])('sets %s', async (_, line, set) => {
    expect((await paragraphs()).get(line)).toEqual(set);
  });

  it('keeps every line in its order, and names nobody as its author', async () => {
    expect([...(await paragraphs()).keys()].join('\n')).toBe(text);
    expect(await partsOf('docProps/core.xml')).not.toMatch(/Un-named|<dc:creator>[^<]+</);
  });
});
