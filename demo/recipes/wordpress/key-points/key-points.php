<?php
/**
 * Plugin Name: Key Points
 * Description: A card above each post: the main quotes with their speakers, and who denies what, in the post's own words.
 * Version: 1.0
 * Requires PHP: 7.4
 * License: MIT
 *
 * Put this folder into wp-content/plugins, and into wp-config.php:
 *
 *     define('KEY_POINTS_ENDPOINT', 'https://cards.example.com/v1/');
 *     define('KEY_POINTS_KEY', '…'); // what CMS_KEY is at the endpoint; may be left out
 *
 * The card stands above the text of a post, or where its author writes [key_points]. It is
 * made when a post is first shown after a change, and kept for a day.
 */

defined('ABSPATH') || exit;
defined('KEY_POINTS_ENDPOINT') || define('KEY_POINTS_ENDPOINT', 'http://127.0.0.1:8787/v1/');
defined('KEY_POINTS_KEY') || define('KEY_POINTS_KEY', '');

/** The card of a post, or '' where there is nothing to show or the endpoint fails. */
function key_points_card($post, string $content): string
{
    $url = get_permalink($post);
    $page = '<article><h1>' . esc_html(get_the_title($post)) . '</h1>' . $content . '</article>';
    $name = 'key_points_' . md5($url . $page);
    $kept = get_transient($name);
    if ($kept !== false) {
        return $kept;
    }
    $headers = ['Content-Type' => 'text/html; charset=utf-8'];
    if (KEY_POINTS_KEY !== '') {
        $headers['Authorization'] = 'Bearer ' . KEY_POINTS_KEY;
    }
    $answer = wp_remote_post(
        add_query_arg(['format' => 'html', 'url' => rawurlencode($url)], KEY_POINTS_ENDPOINT . 'card'),
        ['headers' => $headers, 'body' => $page, 'timeout' => 3]
    );
    $status = is_wp_error($answer) ? 0 : wp_remote_retrieve_response_code($answer);
    $card = $status === 200 ? wp_remote_retrieve_body($answer) : '';
    if (!preg_match('/class="key-points-(quotes|denials)"/', $card)) {
        $card = '';
    }
    $markup = $card === '' ? '' : '<key-points mode="inline">' . $card . '</key-points>';
    // What fails is tried again soon; a post that gives no card stays one.
    set_transient($name, $markup, $status === 200 || $status === 422 ? DAY_IN_SECONDS : MINUTE_IN_SECONDS);
    return $markup;
}

/** Puts the card above a post's text, or where its author wants it. */
function key_points_content(string $content): string
{
    if (!is_singular('post') || !in_the_loop() || !is_main_query()) {
        return $content;
    }
    $place = '<!-- key-points -->';
    $card = key_points_card(get_post(), str_replace($place, '', $content));
    return strpos($content, $place) === false ? $card . $content : str_replace($place, $card, $content);
}

add_filter('the_content', 'key_points_content', 20); // after shortcodes
add_shortcode('key_points', function () {
    return '<!-- key-points -->';
});
add_action('wp_enqueue_scripts', function () {
    if (is_singular('post')) {
        wp_enqueue_style('key-points', KEY_POINTS_ENDPOINT . 'card.css', [], null);
    }
});
