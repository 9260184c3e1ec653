/** Who may publish what of the content. */
import { ApiProblem } from '../../kernel/problem';
import type { StaffContext } from '../context';
import { FIRST_ORGANISATION } from '../../kernel/organisation';

/**
 * Content is everybody's: who works for some districts only doesn't change it for all. What is looked at next is what is
 * served now.
 *
 * @throws `staff-forbidden`
 */
export async function mustBeEditor({ scoped, tools }: StaffContext): Promise<void> {
  if (scoped.scope.districts !== null) throw new ApiProblem('staff-forbidden');
  await tools.content.refresh();
}

/**
 * Public holidays, the law and the rules of a screening are no union's own: who works for all publishes them, or the
 * first union.
 *
 * @throws `staff-forbidden`
 */
export async function mustEditRules(context: StaffContext): Promise<void> {
  const { organisation } = context.scoped.scope;
  if (organisation !== null && organisation !== FIRST_ORGANISATION) throw new ApiProblem('staff-forbidden');
  await mustBeEditor(context);
}
