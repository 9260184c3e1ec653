/** What a programme asks of a person: each field of the registry is a part of its own. */
import { dayAt } from '@yugong/domain/calendar';
import {
  describePersonFault,
  personFieldNames,
  personFields,
  tidyPersonField,
  type PersonFieldName,
} from '@yugong/domain/person';
import { fieldFaults } from '@yugong/domain/problem';
import { ineligibleBecause } from '@yugong/domain/screening';
import { TextField } from '@/ui/text-field';
import type { FieldsProps, FormPart, SignUpAnswers } from '../form-part';
import { WechatPhoneButton } from './wechat-phone';

const typedIn = ({ values }: Pick<SignUpAnswers, 'values'>, name: PersonFieldName): string => values[name] ?? '';

/** What the identity number itself says against the programme: better heard now than after the way there. */
function ineligibility({ programme, session, values }: SignUpAnswers): string | undefined {
  const day = dayAt(Date.parse(session.startsAt));
  const number = tidyPersonField('residentId', typedIn({ values }, 'residentId'));
  const [reason] = ineligibleBecause(programme, number, day);
  if (reason === 'age' && programme.age) {
    const { min, max } = programme.age;
    return `本项目面向 ${min}—${max} 周岁，证件上的年龄不在范围内`;
  }
  return reason && fieldFaults[reason];
}

function faultOf(name: PersonFieldName, about: SignUpAnswers): string | undefined {
  const fault = describePersonFault(name, typedIn(about, name));
  return fault === undefined && name === 'residentId' ? ineligibility(about) : fault;
}

function PersonTextField({ name, ...form }: FieldsProps & { name: PersonFieldName }) {
  const { values, set, errors, leave, programme } = form;
  const { label, ownLabel = label, hint, keyboard, autoComplete } = personFields[name];
  return (
    <TextField
      name={name}
      label={ownLabel}
      hint={hint(programme)}
      type={keyboard}
      {...(autoComplete === null ? {} : { autoComplete })}
      value={values[name] ?? ''}
      onChange={(value) => set(name, value)}
      onLeave={(value) => leave(name, value)}
      error={errors[name]}
    />
  );
}

/** In WeChat the telephone number can also be given by one tap, where the operator has that. */
function PhoneTap({ set, leave }: FieldsProps) {
  return (
    <WechatPhoneButton
      onGiven={(phone) => {
        set('phone', phone);
        leave('phone', phone);
      }}
    />
  );
}

function partOf(name: PersonFieldName): FormPart {
  const { label, mask, isSensitive } = personFields[name];
  const tidy = (about: Pick<SignUpAnswers, 'values'>): string => tidyPersonField(name, typedIn(about, name));
  return {
    id: name,
    name: label,
    Fields: (form) => (
      <>
        <PersonTextField name={name} {...form} />
        {name === 'phone' && <PhoneTap {...form} />}
      </>
    ),
    appliesTo: ({ programme }) => programme.fields.includes(name),
    check: (about) => {
      const text = faultOf(name, about);
      return text === undefined ? [] : [{ field: name, text }];
    },
    rows: (about) => [{ label, text: isSensitive ? mask(tidy(about)) : tidy(about) }],
    write: (about, body) => ({ ...body, person: { ...body.person, [name]: tidy(about) } }),
    read: ({ person }) => {
      const value = person[name];
      return value === undefined ? {} : { [name]: value };
    },
    fieldOf: (pointer) => (pointer.startsWith(`/person/${name}`) ? name : null),
  };
}

export const personParts: readonly FormPart[] = personFieldNames.map(partOf);
