/** A shared schema as a form's rule: what the service would refuse is said before it is sent. */
import type { FormRule } from 'antd';
import * as v from 'valibot';
import { fieldFaults } from '@yugong/domain/problem';

/** @param optional an empty field is fine */
export const rule = (schema: v.GenericSchema, optional = false): FormRule => ({
  validator: (_rule, value: unknown) => {
    const isEmpty = value === undefined || value === null || value === '';
    if (isEmpty) return optional ? Promise.resolve() : Promise.reject(new Error(fieldFaults.required));
    const read = v.safeParse(schema, value);
    if (read.success) return Promise.resolve();
    const code = read.issues[0].message as keyof typeof fieldFaults;
    return Promise.reject(new Error(fieldFaults[code] ?? fieldFaults.type));
  },
  ...(optional ? {} : { required: true }),
});
