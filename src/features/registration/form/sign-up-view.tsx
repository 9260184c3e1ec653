import { Text, View } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import { describeSession } from '@yugong/domain/session/words';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Failed, Loading, Offline } from '@/ui/states';
import { StateLine } from '@/ui/state-line';
import { ticketUrl } from '..';
import { eventListUrl } from '../../events';
import { screeningDaysUrl, screeningUrl } from '../../screening';
import { AskUnion } from '../../shared/ask-union';
import { OpeningAlert } from '../../shared/session-alert';
import { NotFoundHere } from '../../shared/not-found-here';
import { SubmissionStatus } from '../submission/submission';
import { ClockNote } from '../parts/clock-note';
import { signUpAnswer } from '../outbox-kinds';
import { PhoneProof } from '../proof/phone-proof';
import type { SignUpContext } from './draft';
import { FormView } from './form-view';
import { SessionHead } from './session-head';
import type { useSignUp } from './use-sign-up';

/** Where the other sessions of a programme are. */
export const othersUrlOf = ({ programme }: Pick<SignUpContext, 'programme'>): string =>
  programme.kind === 'event' ? eventListUrl() : screeningDaysUrl(programme.id);

/** A session's sign-up: what was handed in goes before the form, and the form before having to wait. */
export function SignUpView(props: ReturnType<typeof useSignUp>) {
  const { seen, item, had, clock, served } = props;
  // Said yes: the ticket opens by itself.
  if (item && signUpAnswer(item)?.mine) return <Loading what="报名" />;
  if (!seen)
    return item ? (
      <SubmissionStatus item={item} othersUrl={screeningDaysUrl()} onEdit={null} />
    ) : (
      <NotThere {...props} />
    );
  const others = othersUrlOf(seen);
  if (props.toProve)
    return (
      <View>
        <SessionHead session={seen.session} today={clock.today} />
        <PhoneProof
          {...props.toProve}
          clock={clock}
          onAgain={item ? () => void props.edit(item, seen) : null}
          item={item}
        />
      </View>
    );
  if (item)
    return (
      <View>
        <SessionHead session={seen.session} today={clock.today} />
        <SubmissionStatus item={item} othersUrl={others} onEdit={() => void props.edit(item, seen)} />
      </View>
    );
  if (!takesSignUps(seen.session) && !had)
    return <SignUpUnavailable seen={seen} today={clock.today} othersUrl={others} />;
  if (had)
    return (
      <View>
        <SessionHead session={seen.session} today={clock.today} />
        <Notice>{had.family === null ? '你已报名这个场次。' : '你已为家人报名这个场次。'}</Notice>
        <Row url={ticketUrl({ registration: had.id })} title="查看我的报名" detail="编号、凭证、改期、取消" />
        {seen.programme.family !== null && takesSignUps(seen.session) && (
          <Actions>
            <PlainButton onPress={() => props.signUpAnother(seen)}>
              <Text>为其他人报名</Text>
            </PlainButton>
          </Actions>
        )}
      </View>
    );
  return (
    <View>
      <ClockNote />
      {props.old && served.state !== 'loading' && (
        <Notice>网络连接失败，场次信息可能已变化。填写的内容会保存，联网后自动提交。</Notice>
      )}
      {/* What the service found wrong is a form opened anew, at that place. */}
      <FormView key={props.correction?.part ?? ''} seen={seen} today={clock.today} correction={props.correction} />
    </View>
  );
}

/** The session isn't known: still coming, no network, no service, or no such session. */
function NotThere({ id, served, refresh }: Pick<ReturnType<typeof useSignUp>, 'id' | 'served' | 'refresh'>) {
  const unknown = served.state === 'failed' && served.why.kind === 'problem' && served.why.problem.status === 404;
  if (id === '' || unknown) return <NotFoundHere what="场次" listUrl={screeningUrl()} back="返回两癌筛查" />;
  const retry = () => void refresh();
  return (
    <View>
      {served.state === 'offline' && <Offline what="场次" onRetry={retry} />}
      {served.state === 'failed' && <Failed what="场次" kept="填写的内容已保存。" onRetry={retry} />}
      {(served.state === 'loading' || served.state === 'ready') && <Loading what="场次" />}
      {(served.state === 'offline' || served.state === 'failed') && (
        <Actions>
          <AskUnion />
        </Actions>
      )}
    </View>
  );
}

/** Can anybody sign up now, for a seat or for the waitlist? */
const takesSignUps = ({ state }: SignUpContext['session']): boolean => state === 'open' || state === 'waitlist';

/** Says why nobody can sign up for this session now, and what can be done instead. */
function SignUpUnavailable({
  seen: { session, programme },
  today,
  othersUrl,
}: {
  seen: SignUpContext;
  today: Day;
  othersUrl: string;
}) {
  const { word, detail } = describeSession(session, today, programme.team !== null);
  return (
    <View>
      <SessionHead session={session} today={today} />
      <StateLine large state="closed" word={word} detail={detail} />
      {session.state === 'upcoming' && <OpeningAlert session={session} />}
      <Row url={othersUrl} title="看看其他场次" />
      <Actions>
        <AskUnion />
      </Actions>
    </View>
  );
}
