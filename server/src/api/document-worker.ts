/** The thread that makes Word documents: a long text takes seconds of it. */
import { docxBase64 } from '@yugong/domain/document/docx';
import { answerRequests } from '../kernel/thread';

answerRequests((text: string) => docxBase64(text));
