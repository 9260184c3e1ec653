/** Reads an OpenAPI description from standard input and says whether it is valid. */
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { Validator } from '@seriousme/openapi-schema-validator';

const result = await new Validator().validate(JSON.parse(await text(process.stdin)));
process.stdout.write(JSON.stringify(result));
