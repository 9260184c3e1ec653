/** What somebody wrote to the union, and what was said about it since, oldest first. */
import type { MessageWire } from '@yugong/domain/legal-aid/wire';
import { TimeText } from './time';
import styles from './queue.module.css';

/** @param author who wrote, as the page calls them */
export function TalkSection({
  text,
  messages,
  author,
}: {
  text: string;
  messages: readonly MessageWire[];
  author: string;
}) {
  return (
    <>
      <p className={styles.story}>{text}</p>
      {messages.map((message) => (
        <div key={message.id} className={`${styles.message} ${message.author === 'union' ? styles.ours : ''}`}>
          <p className="quiet">
            {message.author === 'union' ? '工会答复' : author}，<TimeText at={message.createdAt} />
          </p>
          <p className={styles.text}>{message.text}</p>
        </div>
      ))}
    </>
  );
}
