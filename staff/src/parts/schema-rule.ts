/** Turns a shared schema into a form's rule, so that a field says before sending what the service would refuse. */
import type { FormRule } from 'antd';
import * as v from 'valibot';
import { fieldFaults } from '@yugong/domain/problem';

const faultTexts = new Map<string, string>(Object.entries(fieldFaults));

/** @param optional allows an empty field */
export const schemaRule = (schema: v.GenericSchema, optional = false): FormRule => ({
  validator: (_rule, value: unknown) => {
    const isEmpty = value === undefined || value === null || value === '';
    if (isEmpty) return optional ? Promise.resolve() : Promise.reject(new Error(fieldFaults.required));
    const read = v.safeParse(schema, value);
    if (read.success) return Promise.resolve();
    return Promise.reject(new Error(faultTexts.get(read.issues[0].message) ?? fieldFaults.type));
  },
  ...(optional ? {} : { required: true }),
});
