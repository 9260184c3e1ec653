/** JSON of a known shape. */
import * as v from 'valibot';

/**
 * Reads JSON and checks that it has the shape which the code goes on with.
 *
 * @throws SyntaxError where it is no JSON, ValiError where it has another shape
 * @example readJson(v.array(v.string()), '["a"]') // ['a']
 */
export const readJson = <T>(schema: v.GenericSchema<unknown, T>, text: string): T => v.parse(schema, JSON.parse(text));
