/** What a programme asks of a person: each field of the registry is a part of its own. */
import { dayAt } from '@yugong/domain/calendar';
import {
  describePersonFault,
  personFieldNames,
  personFields,
  tidyPersonField,
  type PersonFieldName,
} from '@yugong/domain/person';
import { mayBeReal } from '@yugong/domain/identity';
import { fieldFaults } from '@yugong/domain/problem';
import { ineligibleBecause } from '@yugong/domain/screening';
import { TextField } from '@/ui/text-field';
import type { FieldsProps, FormPart, SignUpAnswers } from '../form-part';
import {
  checkRelation,
  isForFamily,
  personField,
  readRelation,
  RELATION,
  relationRows,
  WhomFields,
  writeRelation,
} from './family';
import { WechatPhoneButton } from './wechat-phone';

/** What stands in the field for whoever comes: the family member, or oneself. */
const typedIn = (about: SignUpAnswers, name: PersonFieldName): string =>
  about.values[personField(name, isForFamily(about))] ?? '';

/** What the identity number itself says against the programme: better heard now than after the way there. */
function ineligibility(about: SignUpAnswers): string | undefined {
  const { programme, session } = about;
  const day = dayAt(Date.parse(session.startsAt));
  const number = tidyPersonField('residentId', typedIn(about, 'residentId'));
  if (session.demo && mayBeReal(number)) return fieldFaults['real-in-demo'];
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

/** One field of the account holder, or of the family member who is signed up. */
function PersonTextField({ name, isFamily, ...form }: FieldsProps & { name: PersonFieldName; isFamily: boolean }) {
  const { values, set, errors, leave, programme } = form;
  const { label, ownLabel = label, hint, keyboard, autoComplete } = personFields[name];
  const field = personField(name, isFamily);
  const isOptional = isFamily && name === 'phone';
  const isOwnBeside = !isFamily && isForFamily(form);
  return (
    <TextField
      name={field}
      label={isFamily ? `家人的${label}` : isOwnBeside ? `你的${label}` : ownLabel}
      hint={isOptional ? '有变动时也通知本人；没有手机就不填，只联系你' : hint(programme)}
      type={keyboard}
      {...(autoComplete === null || isFamily ? {} : { autoComplete })}
      {...(isOptional ? { optional: true } : {})}
      value={values[field] ?? ''}
      onChange={(value) => set(field, value)}
      onLeave={(value) => leave(field, value)}
      error={errors[field]}
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
  const tidy = (about: SignUpAnswers): string => tidyPersonField(name, typedIn(about, name));
  return {
    id: name,
    name: label,
    Fields: (form) => <PersonTextField name={name} isFamily={isForFamily(form)} {...form} />,
    appliesTo: ({ programme }) => programme.fields.includes(name),
    check: (about) => {
      const text = faultOf(name, about);
      return text === undefined ? [] : [{ field: personField(name, isForFamily(about)), text }];
    },
    rows: (about) => [
      { label: isForFamily(about) ? `家人的${label}` : label, text: isSensitive ? mask(tidy(about)) : tidy(about) },
    ],
    write: (about, body) => ({ ...body, person: { ...body.person, [name]: tidy(about) } }),
    read: ({ person, family }) => {
      const value = person[name];
      return value === undefined ? {} : { [personField(name, family !== undefined)]: value };
    },
    fieldOf: (pointer, { family }) =>
      pointer.startsWith(`/person/${name}`) ? personField(name, family !== undefined) : null,
  };
}

/** The first page asks for whom it is as well, so that a sign-up for oneself has no page more. */
function namePart(): FormPart {
  const part = partOf('name');
  return {
    ...part,
    Fields: (form) => (
      <>
        <WhomFields {...form} />
        <PersonTextField name="name" isFamily={isForFamily(form)} {...form} />
      </>
    ),
    check: (about) => [...checkRelation(about), ...part.check(about)],
    rows: (about) => [...part.rows(about), ...relationRows(about)],
    write: (about, body) => writeRelation(about, part.write(about, body)),
    read: (body, about) => ({ ...part.read(body, about), ...readRelation(body, about) }),
    fieldOf: (pointer, body) =>
      pointer === '/family' || pointer.startsWith('/family/relation') ? RELATION : part.fieldOf(pointer, body),
  };
}

/** A family member's number may be left out; then one's own stands for both. */
function phonePart(): FormPart {
  const part = partOf('phone');
  const own = ({ values }: SignUpAnswers): string => tidyPersonField('phone', values['phone'] ?? '');
  const theirs = (about: SignUpAnswers): string => tidyPersonField('phone', typedIn(about, 'phone'));
  return {
    ...part,
    Fields: (form) => (
      <>
        {isForFamily(form) && <PersonTextField name="phone" isFamily {...form} />}
        <PersonTextField name="phone" isFamily={false} {...form} />
        <PhoneTap {...form} />
      </>
    ),
    check: (about) => {
      if (!isForFamily(about)) return part.check(about);
      const mine = describePersonFault('phone', about.values['phone'] ?? '');
      return [
        ...(theirs(about) === '' ? [] : part.check(about)),
        ...(mine === undefined ? [] : [{ field: 'phone', text: mine }]),
      ];
    },
    rows: (about) =>
      isForFamily(about)
        ? [
            { label: '家人的手机号', text: theirs(about) || '没有，联系我' },
            { label: '我的手机号', text: own(about) },
          ]
        : part.rows(about),
    write: (about, body) =>
      isForFamily(about)
        ? {
            ...body,
            person: { ...body.person, phone: theirs(about) || own(about) },
            family: { ...body.family, phone: own(about) },
          }
        : part.write(about, body),
    read: (body, about) => {
      const mine = body.family?.phone;
      if (mine === undefined) return part.read(body, about);
      return { phone: mine, ...(body.person.phone === mine ? {} : part.read(body, about)) };
    },
    fieldOf: (pointer, body) => (pointer.startsWith('/family/phone') ? 'phone' : part.fieldOf(pointer, body)),
  };
}

export const personParts: readonly FormPart[] = personFieldNames.map((name) =>
  name === 'name' ? namePart() : name === 'phone' ? phonePart() : partOf(name),
);
