/** Pictures for records: uploaded by editors, and shown to them before anything is published. */
import { PictureParams, PictureStoredWire, PictureUpload } from '@yugong/domain/picture/staff-wire';
import { mustBeEditor } from '../../staff/content/editors';
import { sizePicture } from '../../staff/content/pictures';
import { ownPicture, storePicture } from '../../staff/data/pictures';
import { staffOperation } from './operation';

const editor = { may: ['content'] } as const;

/** The largest picture in base64, and JSON around it. */
const UPLOAD_LIMIT = 3 * 1024 * 1024;

/** Eight pixels by eight of one grey. */
const GREY = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGNogAIGyhgAgIQgAQ2AJGEAAAAASUVORK5CYII=';

export const staffPictureOperations = [
  staffOperation({
    ...editor,
    method: 'POST',
    path: '/content/pictures',
    id: 'staffUploadPicture',
    summary: '上传一张图片：缩小到 300 KB 以内，去掉拍摄地点等信息；放进内容发布以后别人才看得到',
    bodyLimit: UPLOAD_LIMIT,
    body: PictureUpload,
    example: { data: GREY },
    answers: { 201: { description: '图片的编号、大小，和本工会用了多少空间', schema: PictureStoredWire } },
    problems: [
      'invalid',
      'too-large',
      'picture-type',
      'picture-broken',
      'picture-dimensions',
      'picture-quota',
      'too-many-requests',
      'busy',
      'idempotency-key-reused',
    ],
    handle: async ({ body, reply, ...context }) => {
      await mustBeEditor(context);
      const sized = await sizePicture(context.member.id, body.data);
      return reply.code(201).send(await storePicture(context, sized));
    },
  }),
  staffOperation({
    ...editor,
    method: 'GET',
    path: '/content/pictures/{id}',
    id: 'staffPicture',
    summary: '本工会上传的一张图片，没有发布的也看得到',
    params: PictureParams,
    answers: { 200: { description: '图片', mediaType: 'image/jpeg' } },
    problems: ['not-found'],
    handle: async ({ params, reply, ...context }) => {
      await mustBeEditor(context);
      return reply.type('image/jpeg').send(await ownPicture(context, params.id));
    },
  }),
];
