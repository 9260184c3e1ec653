/** For whom one signs up: oneself, or a member of the family where the programme takes that. */
import { View } from '@tarojs/components';
import type { PersonFieldName } from '@yugong/domain/person';
import { familyRelationLabels } from '@yugong/domain/registration/family';
import { familyRelations, type FamilyRelation } from '@yugong/domain/registration/wire';
import { isOneOf } from '@yugong/domain/narrow';
import { ChoiceGroup } from '@/ui/choice-group';
import type { FieldError } from '@/ui/error-summary';
import type { FieldsProps, FieldValues, RegistrationBody, SignUpAnswers } from '../form-part';

export const RELATION = 'relation';

/** Of this session's form alone: what is typed is shared between forms, for whom it is isn't. */
const whomField = ({ session }: Pick<SignUpAnswers, 'session'>): string => `whom.${session.id}`;

/** The value that makes a session's form one for a family member. */
export const forFamily = (about: Pick<SignUpAnswers, 'session'>): FieldValues => ({ [whomField(about)]: 'family' });

export const isForFamily = (about: Pick<SignUpAnswers, 'programme' | 'session' | 'values'>): boolean =>
  about.programme.family !== null && about.values[whomField(about)] === 'family';

/** Where a person's field is kept: what belongs to the family member stays apart from one's own. */
export const personField = (name: PersonFieldName, isFamily: boolean): string => (isFamily ? `family.${name}` : name);

const relationIn = ({ values }: Pick<SignUpAnswers, 'values'>): FamilyRelation | null => {
  const typed = values[RELATION];
  return isOneOf(familyRelations, typed) ? typed : null;
};

export function WhomFields(form: FieldsProps) {
  if (form.programme.family === null) return null;
  const isFamily = isForFamily(form);
  return (
    <View>
      <ChoiceGroup
        name={whomField(form)}
        label="为谁报名"
        options={[
          { value: 'self', text: '给自己报名' },
          { value: 'family', text: '帮家人报名', detail: '例如帮母亲报名，需要她本人同意' },
        ]}
        value={isFamily ? 'family' : 'self'}
        onChange={(whom) => form.set(whomField(form), whom)}
      />
      {isFamily && (
        <ChoiceGroup
          name={RELATION}
          label="你是这位家人的"
          options={familyRelations.map((value) => ({ value, text: familyRelationLabels[value] }))}
          value={relationIn(form)}
          onChange={(relation) => form.set(RELATION, relation)}
          error={form.errors[RELATION]}
        />
      )}
    </View>
  );
}

export const checkRelation = (about: SignUpAnswers): FieldError[] =>
  isForFamily(about) && relationIn(about) === null ? [{ field: RELATION, text: '请选择你是这位家人的什么人' }] : [];

export function relationRows(about: SignUpAnswers): { label: string; text: string }[] {
  const relation = relationIn(about);
  return isForFamily(about) && relation ? [{ label: '我是这位家人的', text: familyRelationLabels[relation] }] : [];
}

export function writeRelation(about: SignUpAnswers, body: RegistrationBody): RegistrationBody {
  const relation = relationIn(about);
  return isForFamily(about) && relation ? { ...body, family: { ...body.family, relation } } : body;
}

export const readRelation = ({ family }: RegistrationBody, about: Pick<SignUpAnswers, 'session'>): FieldValues =>
  family ? { ...forFamily(about), ...(family.relation ? { [RELATION]: family.relation } : {}) } : {};
