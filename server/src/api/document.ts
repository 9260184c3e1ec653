/** A text as a Word document, for phones that can't make one themselves. */
import * as v from 'valibot';
import { DocumentRequest } from '@yugong/domain/legal-aid/wire';
import { documentExample } from '../demo/examples';
import { operation } from './operation';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const documentOperations = [
  operation({
    method: 'POST',
    tag: 'legal-aid',
    // Making one takes the service more than reading does: it counts as a write of the account's.
    auth: 'account',
    path: '/api/v1/legal-aid/document',
    id: 'makeDocument',
    summary: '把一段文字做成 Word 文档；不保存，也不记录内容',
    // WeChat writes a file from Base64, and its gateway carries text more surely than bytes.
    query: v.strictObject({ as: v.optional(v.picklist(['base64'], 'value')) }),
    body: DocumentRequest,
    example: documentExample,
    answers: {
      200: {
        description: '第一行是标题，“一、”开头的行是小标题；as=base64 时是 JSON：{ "base64": "…" }',
        mediaType: DOCX,
      },
    },
    problems: ['unauthorized', 'invalid', 'too-many-requests'],
    handle: async ({ body, query, reply }) => {
      // Loaded when somebody asks: the library is larger than the rest of the service.
      const { docxBase64 } = await import('@yugong/domain/document/docx');
      const base64 = await docxBase64(body.text);
      if (query.as) return { base64 };
      const file = Buffer.from(base64, 'base64');
      return reply.type(DOCX).header('content-disposition', 'attachment; filename="application.docx"').send(file);
    },
  }),
];
